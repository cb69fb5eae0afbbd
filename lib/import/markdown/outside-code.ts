const FENCE = /^ {0,3}(`{3,}|~{3,})/

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

/** Within a line, code is between two runs of as many backticks; those of template code itself don't count. */
function aroundInline(text: string, change: (part: string) => string): string {
  const kept: string[] = []
  const masked = text
    .split('\n')
    .map((line) => maskCode(line, kept))
    .join('\n')
  return change(masked).replace(MASK, (_, index: string) => kept[Number(index)] ?? '')
}

/** A private character that no text contains, as in ../html/marks.ts. */
const MASK = /\ue0f5(\d+)\ue0f5/g

function maskCode(line: string, kept: string[]): string {
  const templates = [...line.matchAll(/\{[{%][^{}]*[%}]\}/g)].map(
    ({ index, 0: code }) => [index, index + code.length] as const,
  )
  const runs = [...line.matchAll(/`+/g)].filter(
    ({ index }) => !templates.some(([start, end]) => index > start && index < end),
  )
  const next = nextOfLength(runs.map((run) => run[0].length))
  let out = ''
  let done = 0
  for (let at = 0; at < runs.length; at++) {
    const end = next[at]
    const [open, close] = [runs[at], runs[end ?? -1]]
    if (end === undefined || !open || !close) continue
    const after = close.index + close[0].length
    out += `${line.slice(done, open.index)}\ue0f5${kept.push(line.slice(open.index, after)) - 1}\ue0f5`
    done = after
    at = end
  }
  return out + line.slice(done)
}

/** For each run the next one that is as long. */
function nextOfLength(lengths: readonly number[]): (number | undefined)[] {
  const last = new Map<number, number>()
  const next: (number | undefined)[] = []
  for (let at = lengths.length - 1; at >= 0; at--) {
    const length = lengths[at] ?? 0
    next[at] = last.get(length)
    last.set(length, at)
  }
  return next
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
