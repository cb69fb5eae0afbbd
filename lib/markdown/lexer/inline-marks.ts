/** The marks of inline Markdown, as the page's parser reads them. */

const MARK = '[\\\\`*_~[\\]!<&]'

/** The next mark. */
export const SPECIAL = new RegExp(MARK, 'g')

/** What may start an address that is a link without marks: e-mail, http, www. */
export const ADDRESS_SIGN = /@|:\/\/|www\./i

/** The next mark or address: marks inside an address mean nothing. */
export const SPECIAL_OR_ADDRESS = new RegExp(
  `(?<![a-z0-9+._/-])[a-z0-9+._-]+(?=@)|(?<![a-z])https?://|(?<![^\\s(*_[\\]~])www\\.|${MARK}`,
  'gi',
)

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
export const AUTOLINK = new RegExp(
  `<([a-z][a-z0-9+.-]{1,31}:[^<>\\x00-\\x20\\x7f]*|[a-z0-9.!#$%&'*+/=?^_\`{|}~-]+@${LABEL}(?:\\.${LABEL})*)>`,
  'iy',
)

const VALUE = `"[^"]*"|'[^']*'|[^ \\n"'=<>\`][^ \\n"'=<>\`/]*`
const ATTRIBUTE = `[ \\n]+[a-z_:][a-z0-9_.:-]*(?:[ \\n]*=[ \\n]*(?:${VALUE}))?`
export const TAG = new RegExp(
  `</[a-z][a-z0-9-]*[ \\n]*>|<[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \\n]*/?>`,
  'iy',
)

/** HTML that shows nothing to readers, and the end of each kind. */
export const HIDDEN: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
]
export const DECLARATION = /<![a-z][^>]*>/iy
export const NOTE_MARK = /\[\^((?:[^\s[\]\\]|\\[[\]\\]|\\(?![[\]\\]))+)\]/y

/** What turns a quotation into a call-out, on a line of its own. */
export const CALL_OUT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i

/** A task's box at the start of its paragraph. */
export const TASK = /^\[[ \nxX]\](?:\n| +(?=[^ ]))/
