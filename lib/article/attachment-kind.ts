type AttachmentKind = {
  type: string
  /** What readers know it by. */
  label: string
  /** Browsers show it by themselves; every other kind is saved. */
  isShown?: boolean
}

const office = (name: string) => `application/vnd.openxmlformats-officedocument.${name}`
const open = (name: string) => `application/vnd.oasis.opendocument.${name}`

/** The files that an article may offer beside pictures, by their endings: no kind that a browser would run. */
const KINDS: Record<string, AttachmentKind> = {
  pdf: { type: 'application/pdf', label: 'PDF', isShown: true },
  txt: { type: 'text/plain; charset=utf-8', label: 'TXT', isShown: true },
  csv: { type: 'text/csv; charset=utf-8', label: 'CSV' },
  json: { type: 'application/json', label: 'JSON' },
  zip: { type: 'application/zip', label: 'ZIP' },
  odt: { type: open('text'), label: 'ODT' },
  ods: { type: open('spreadsheet'), label: 'ODS' },
  odp: { type: open('presentation'), label: 'ODP' },
  doc: { type: 'application/msword', label: 'DOC' },
  docx: { type: office('wordprocessingml.document'), label: 'DOCX' },
  xls: { type: 'application/vnd.ms-excel', label: 'XLS' },
  xlsx: { type: office('spreadsheetml.sheet'), label: 'XLSX' },
  ppt: { type: 'application/vnd.ms-powerpoint', label: 'PPT' },
  pptx: { type: office('presentationml.presentation'), label: 'PPTX' },
}

/** The endings, for a pattern. */
export const ATTACHMENT_ENDINGS = Object.keys(KINDS).join('|')

export function attachmentKind(path: string): AttachmentKind | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined
}
