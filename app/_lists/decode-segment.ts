/** Next passes params as the address has them, still encoded. What can't be decoded is the name of nothing. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
