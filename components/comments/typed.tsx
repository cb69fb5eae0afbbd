import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import form from './comment-form.module.css'

/** Words that couldn't be used, to be copied. */
export function Typed({ text, site }: { text: string | undefined; site: Site }) {
  if (!text) return null
  return (
    <label className={form.field}>
      {wordsOf(site).replies.typed}
      <textarea className={form.input} readOnly rows={8} defaultValue={text} />
    </label>
  )
}
