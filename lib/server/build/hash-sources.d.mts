export function hashSources(root: string, names: readonly string[]): string
