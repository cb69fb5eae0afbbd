/**
 * The one inline script: it puts the reader's kept theme and text size on the root element before first paint. At most 200
 * bytes; the front names its hash in the policy.
 */
export const THEME_SCRIPT =
  "try{let s=localStorage,d=document.documentElement.dataset;for(let k of['theme','text'])s[k]&&(d[k]=s[k])}catch{}"

export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <script data-theme-script="" dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
}
