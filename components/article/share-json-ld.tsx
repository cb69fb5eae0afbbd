/** What programs read of a page; `json` holds no `<` (lib/share/json-ld.ts). A browser executes none of it. */
export function ShareJsonLd({ json }: { json: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: lib/share has escaped every < in it
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
