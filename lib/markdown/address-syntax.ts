import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import { endsAddress } from './address-edge'

type Tokenize = Construct['tokenize']

/** GFM's bare addresses, except that each ends where `endsAddress` says. */
export function addressSyntax(): Extension {
  const { text = {} } = gfmAutolinkLiteral()
  const edged = Object.entries(text).map(([code, constructs]) => [
    code,
    // An e-mail address is ASCII only.
    [constructs ?? []].flat().map((each) => (each.name === 'emailAutolink' ? each : edge(each))),
  ])
  return { text: Object.fromEntries(edged) }
}

function edge(construct: Construct): Construct {
  const tokenize: Tokenize = function (effects, ok, nok) {
    const { now, sliceSerialize } = this
    const start = now()
    let real: Code = null
    let isDone = false
    const isEnd = (code: Code) =>
      code !== null && endsAddress(code, () => sliceSerialize({ start, end: now() }))
    const watch =
      (state: State): State =>
      (code) => {
        real = code
        const next = state(isEnd(code) ? null : code)
        return isDone || next === undefined ? next : watch(next)
      }
    /** The constructs that follow must see the actual character. */
    const leave =
      (state: State): State =>
      () =>
        state(real)
    const end =
      (state: State): State =>
      () => {
        isDone = true
        return state(real)
      }
    const first = construct.tokenize.call(this, leaving(effects, leave), end(ok), end(nok))
    return watch(first)
  }
  return { ...construct, tokenize }
}

/** Makes the constructs that a construct attempts pass on the actual character too. */
function leaving(effects: Effects, leave: (state: State) => State): Effects {
  const wrap = (construct: Construct): Construct => ({
    ...construct,
    tokenize(inner, ok, nok) {
      return construct.tokenize.call(this, leaving(inner, leave), leave(ok), leave(nok))
    },
  })
  const isOne = (value: Parameters<Effects['attempt']>[0]): value is Construct =>
    'tokenize' in value && typeof value.tokenize === 'function'
  const inside =
    (attempt: Effects['attempt']): Effects['attempt'] =>
    (constructs, then, otherwise) =>
      attempt(isOne(constructs) ? wrap(constructs) : constructs, then, otherwise)
  return { ...effects, attempt: inside(effects.attempt), check: inside(effects.check) }
}
