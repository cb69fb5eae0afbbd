export function bundleServer(main?: string): Promise<string>
