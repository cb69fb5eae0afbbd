import { type Band, type FrontPlan, headlineColumns } from './front-plan'

/** The widths with a layout of their own; the style sheets of components/lists must match. */
export type FrontWidth = 'phone' | 'tablet' | 'desk' | 'wide'

/** Columns side by side, each `span` twelfths wide, with their stories. */
export type FrontRow<T> = { span: number; stories: T[] }[]

const WHOLE = 12

/** The rows of a planned front page at a width. */
export function frontRows<T>(plan: FrontPlan<T>, width: FrontWidth): FrontRow<T>[] {
  if (width === 'phone') return allOf(plan).map((story) => [{ span: WHOLE, stories: [story] }])
  const isDesk = width !== 'tablet'
  const lead: FrontRow<T> = [{ span: WHOLE, stories: [plan.lead] }]
  if (plan.kind === 'few') return [lead, ...cardRows(plan, isDesk ? 'desk' : 'tablet')]
  const { left, underLead, latest, sections, more, last } = plan
  const top: FrontRow<T>[] = isDesk
    ? [
        [
          { span: 3, stories: left },
          { span: 6, stories: [plan.lead, ...underLead] },
          { span: 3, stories: latest },
        ],
      ]
    : [
        lead,
        [
          { span: 6, stories: left },
          { span: 6, stories: latest },
        ],
        evenRow(underLead.map((story) => [story])),
      ]
  const bands = [...sections, ...more].flatMap((band) => bandRows(band, isDesk))
  return [...top, ...bands, ...(last.length > 0 ? [evenRow(last.map((story) => [story]))] : [])]
}

/** The order in the document, and so on a phone and in a screen reader. */
function allOf<T>(plan: FrontPlan<T>): T[] {
  if (plan.kind === 'few') return [plan.lead, ...plan.cards.map(({ story }) => story)]
  const { lead, left, underLead, latest, sections, more, last } = plan
  const bands = [...sections, ...more].flatMap((band) => [band.lead, ...band.headlines])
  return [lead, ...left, ...underLead, ...latest, ...bands, ...last]
}

function cardRows<T>(
  { cards }: Extract<FrontPlan<T>, { kind: 'few' }>,
  width: 'desk' | 'tablet',
): FrontRow<T>[] {
  const rows: FrontRow<T>[] = []
  for (let at = 0; at < cards.length; at += cards[at]?.[width].inRow ?? 1) {
    const inRow = cards[at]?.[width].inRow ?? 1
    rows.push(evenRow(cards.slice(at, at + inRow).map(({ story }) => [story])))
  }
  return rows
}

function bandRows<T>({ lead, headlines }: Band<T>, isDesk: boolean): FrontRow<T>[] {
  const columns = headlineColumns(headlines)
  if (!isDesk) return [[{ span: WHOLE, stories: [lead] }], evenRow(columns)]
  if (columns.length === 3) {
    return [
      [
        { span: 9, stories: [lead] },
        { span: 3, stories: headlines },
      ],
    ]
  }
  return [[{ span: 6, stories: [lead] }, ...columns.map((stories) => ({ span: 3, stories }))]]
}

const evenRow = <T>(columns: T[][]): FrontRow<T> =>
  columns.map((stories) => ({ span: WHOLE / columns.length, stories }))
