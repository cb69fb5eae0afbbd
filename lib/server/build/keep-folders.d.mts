export function keepFolders(parent: string, name: string, kept: number): void
export function folderName(hash: string): string
