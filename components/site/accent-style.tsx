import type { Site } from '@/lib/site/site'

/** The paper's own colour in place of the house's. The colours are hexadecimal digits: the schema lets nothing else in. */
export function AccentStyle({ site: { accent } }: { site: Pick<Site, 'accent'> }) {
  if (!accent) return null
  return <style>{`:root{--accent:light-dark(${accent.light},${accent.dark})}`}</style>
}
