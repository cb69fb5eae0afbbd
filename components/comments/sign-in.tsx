import { Filled } from '@/components/site/filled'
import type { SignInView } from '@/lib/comments/view'
import { signInPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './answer-page.module.css'
import form from './comment-form.module.css'
import { Typed } from './typed'

type Props = { view: SignInView; site: Site }

/** The way to the queue: the token, a one-time address, or the word on how to get one. */
export function SignIn({ view, site }: Props) {
  const words = wordsOf(site).moderation
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.signInTitle}</h1>
      {view.problem && (
        <p className={styles.notice} role="alert">
          {view.problem}
        </p>
      )}
      <Typed text={view.typed} site={site} />
      {view.way === 'command' ? (
        <p>
          <Filled
            text={words.byCommand}
            values={{ command: <code>npm run comments -- sign-in</code> }}
          />
        </p>
      ) : (
        <form className={form.form} method="post" action={signInPath()}>
          {view.way === 'link' ? (
            <input type="hidden" name="link" value={view.link} />
          ) : (
            <div className={form.field}>
              <label htmlFor="token">{words.password}</label>
              <input
                className={form.input}
                id="token"
                name="token"
                type="password"
                autoComplete="current-password"
                required
              />
            </div>
          )}
          <button className={form.send} type="submit">
            {words.signIn}
          </button>
        </form>
      )}
    </div>
  )
}
