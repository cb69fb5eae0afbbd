import type { EndpointRequest } from '@/lib/http/endpoint'
import { keyedHash } from '@/lib/http/keyed-hash'
import { reportedPath } from '@/lib/site/routes'
import {
  cutQuestion,
  isReportedFeature,
  type MistakeReport,
  REPORT_FIELDS,
  readSentenceValue,
  readShownValue,
  wordsProblem,
} from '../mistake-report'
import type { CommentDesk } from '../store/comment-desk'
import { storeReport } from '../store/mistake-reports'
import { confirmToken, isConfirmed } from '../tokens'
import type { ReportView } from '../view'
import { tooMany } from './after-posting'
import { type CommentsReply, message, seeOther } from './message'
import { type Form, readNewForm } from './read-form'

type Typed = { view: ReportView; report: Omit<MistakeReport, 'id' | 'created'> }

/** What the form sent; undefined when it concerns nothing that readers can see. */
function readTyped(form: Form & { ok: true }, desk: CommentDesk, now: Date): Typed | undefined {
  const field = (name: keyof typeof REPORT_FIELDS) => form.fields(REPORT_FIELDS[name])
  const feature = field('feature')
  const chosen = readSentenceValue(field('sentence'))
  const context = field('article')
  const slug = chosen?.slug ?? context
  const article = slug === '' ? undefined : desk.options.findArticle(slug, now)
  const isNowhere = article === undefined && (slug !== '' || feature !== 'answers')
  if (!isReportedFeature(feature) || isNowhere) return undefined
  const text = chosen && desk.options.findSentence(chosen.slug, chosen.id, now)
  const shown = readShownValue(field('shown'))
  const question = cutQuestion(field('question'))
  const words = field('words')
  const report = {
    ...{ feature, article: slug, question, words },
    shown: shown.flatMap(({ slug, id }) => desk.options.findSentence(slug, id, now) ?? []),
    // Only a name that this server itself uses: a form may contain anything.
    model: field('model') !== '' && field('model') === desk.options.model ? field('model') : '',
    ...{ sentence: text ?? '', sentenceId: text === undefined ? '' : (chosen?.id ?? '') },
    // Only a program fills in the invisible field; its report is kept where an editor could still find it.
    state: field('honeypot') === '' ? ('open' as const) : ('dismissed' as const),
  }
  const view: ReportView = {
    ...{ kind: 'report', feature, question, words },
    ...{ shown: field('shown'), model: field('model') },
    ...(article !== undefined && { article: { slug, title: article.title } }),
    ...(text !== undefined && { sentence: { value: field('sentence'), text } }),
  }
  return { view, report }
}

const back = (status: number, view: ReportView, more: Partial<ReportView>, headers = {}) => ({
  status,
  headers,
  view: { ...view, ...more },
})

const unavailable = ({ words }: CommentDesk, view: ReportView) =>
  back(503, view, { notice: words.report.unavailable }, { 'retry-after': '5' })

/** POST /api/reports: refuses what a comment's POST refuses, and has the same rates. */
export async function reportMistake(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<CommentsReply> {
  const now = desk.now()
  const words = desk.words.report
  const form = readNewForm(desk, request, words.elsewhere)
  if (!form.ok) return form.reply
  const typed = readTyped(form, desk, now)
  if (typed === undefined) {
    return message(404, words.nothing, words.mayBeGone)
  }
  const { view } = typed
  const problem = wordsProblem(view.words, desk.options.paper())
  if (problem !== undefined) return back(422, view, { problem })
  const secret = await desk.secret()
  if (!secret.ok) return unavailable(desk, view)
  if (form.mustConfirm) {
    const { report } = typed
    const asked = {
      ...{ article: `${report.feature} ${report.article}`, parent: report.sentenceId },
      ...{ name: report.question, text: report.words, client: request.client },
    }
    if (!isConfirmed(secret.value, asked, form.fields(REPORT_FIELDS.confirm), now)) {
      return back(200, view, { confirm: confirmToken(secret.value, asked, now) })
    }
  }
  return store(desk, request.client, typed, secret.value, now)
}

async function store(
  desk: CommentDesk,
  client: string,
  { view, report }: Typed,
  secret: string,
  now: Date,
): Promise<CommentsReply> {
  const hashes = await desk.addressHashes(client, now)
  if (!hashes.ok) return unavailable(desk, view)
  const { feature, article, sentenceId, question, words } = report
  const given = {
    report: { ...report, id: desk.newId(now), created: now },
    addressHash: hashes.value[0],
    fingerprint: keyedHash(secret, 'report', feature, article, sentenceId, question, words),
  }
  const outcome = await desk.database.write((w) => storeReport(w, given, desk.limits))
  if (!outcome.ok) return unavailable(desk, view)
  if (outcome.value.kind === 'too-many') {
    const { retryAfter } = outcome.value
    return back(
      429,
      view,
      { notice: tooMany(retryAfter, desk) },
      { 'retry-after': String(retryAfter) },
    )
  }
  return seeOther(reportedPath(article))
}
