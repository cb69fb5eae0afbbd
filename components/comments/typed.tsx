import form from './comment-form.module.css'

/** Words that couldn't be used, to be copied. */
export function Typed({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <label className={form.field}>
      What you wrote
      <textarea className={form.input} readOnly rows={8} defaultValue={text} />
    </label>
  )
}
