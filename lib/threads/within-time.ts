/** The result of the work; undefined if it takes longer than `wait` milliseconds. The work itself continues. */
export async function withinTime<T>(
  work: Promise<T>,
  wait: number,
): Promise<{ ok: true; value: T } | undefined> {
  let giveUp = () => {}
  const late = new Promise<undefined>((resolve) => {
    const timer = setTimeout(resolve, wait, undefined)
    giveUp = () => clearTimeout(timer)
  })
  // Nobody waits for a failure after that.
  work.catch(() => {})
  const done = work.then((value) => ({ ok: true, value }) as const)
  return Promise.race([done, late]).finally(giveUp)
}
