const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** Code between backticks, a whole number of them on each side. */
const INLINE = /(?<!`)(`{1,8})(?!`)[^\n]*?[^`\n]\1(?!`)/g

/** Changes a Markdown text everywhere but in code, where template code is only quoted. */
export function outsideCode(text: string, change: (part: string) => string): string {
  const out: string[] = []
  let prose: string[] = []
  let fence: string | undefined
  const flush = () => {
    if (prose.length > 0) out.push(aroundInline(prose.join('\n'), change))
    prose = []
  }
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (fence === undefined && mark === undefined) {
      prose.push(line)
      continue
    }
    flush()
    out.push(line)
    if (fence === undefined) fence = mark
    else if (mark !== undefined && closes(line, mark, fence)) fence = undefined
  }
  flush()
  return out.join('\n')
}

function aroundInline(text: string, change: (part: string) => string): string {
  let done = 0
  let out = ''
  for (const { index, 0: code } of text.matchAll(INLINE)) {
    // Template code may have backticks of its own.
    if (
      /\{[{%]/.test(
        text.slice(text.lastIndexOf('\n', index) + 1, index).replace(/\{[{%][^{}]*[%}]\}/g, ''),
      )
    )
      continue
    out += change(text.slice(done, index)) + code
    done = index + code.length
  }
  return out + change(text.slice(done))
}

/** One empty line between blocks, and as many as there are in code. */
export const withoutEmptyLines = (text: string): string => {
  let fence: string | undefined
  let wasEmpty = false
  return text
    .split('\n')
    .filter((line) => {
      const mark = FENCE.exec(line)?.[1]
      if (mark !== undefined)
        fence = fence === undefined ? mark : closes(line, mark, fence) ? undefined : fence
      const isEmpty = fence === undefined && line.trim() === ''
      const isRepeated = isEmpty && wasEmpty
      wasEmpty = isEmpty
      return !isRepeated
    })
    .join('\n')
}

const closes = (line: string, mark: string, fence: string) =>
  mark.startsWith(fence) && line.trim() === mark
