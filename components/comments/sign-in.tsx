import type { SignInView } from '@/lib/comments/view'
import { signInPath } from '@/lib/site/routes'
import styles from './answer-page.module.css'
import form from './comment-form.module.css'
import { Typed } from './typed'

type Props = { view: SignInView }

/** The way to the queue: the token, a one-time address, or the word on how to get one. */
export function SignIn({ view }: Props) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Sign in to moderate</h1>
      {view.problem && (
        <p className={styles.notice} role="alert">
          {view.problem}
        </p>
      )}
      <Typed text={view.typed} />
      {view.way === 'command' ? (
        <p>
          On the server, <code>npm run comments -- sign-in</code> prints an address that opens this
          page once, within ten minutes. With ADMIN_TOKEN set, the token is asked for here.
        </p>
      ) : (
        <form className={form.form} method="post" action={signInPath()}>
          {view.way === 'link' ? (
            <input type="hidden" name="link" value={view.link} />
          ) : (
            <div className={form.field}>
              <label htmlFor="token">ADMIN_TOKEN</label>
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
            Sign in
          </button>
        </form>
      )}
    </div>
  )
}
