import { Filled } from '@/components/site/filled'
import { MessagePage } from '@/components/site/message-page'
import type { FormView, ReportView, View } from '@/lib/comments/view'
import { viewTitle } from '@/lib/comments/view-title'
import { articleCommentsPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './answer-page.module.css'
import { CommentForm } from './comment-form'
import { CommentText } from './comment-text'
import { ModerationQueue } from './moderation-queue'
import { OwnComment } from './own-comment'
import { ReportForm } from './report-form'
import { SignIn } from './sign-in'
import { TitledPage } from './titled-page'
import { Typed } from './typed'

/** What an answer to a form shows. */
export function AnswerPage({ view, site }: { view: View; site: Site }) {
  switch (view.kind) {
    case 'form':
      return <FormAgain view={view} site={site} />
    case 'report':
      return <ReportAgain view={view} site={site} />
    case 'own':
      return <OwnComment view={view} site={site} />
    case 'sign-in':
      return <SignIn view={view} site={site} />
    case 'queue':
      return <ModerationQueue view={view} site={site} />
    case 'message':
      return (
        <MessagePage title={view.title} site={site}>
          <p>{view.text}</p>
          <Typed text={view.typed} site={site} />
        </MessagePage>
      )
  }
}

function FormAgain({ view, site }: { view: FormView; site: Site }) {
  const { article, name, text, problems, notice, confirm, parent, isClosed } = view
  return (
    <TitledPage title={viewTitle(view, wordsOf(site))}>
      <p>
        <Filled
          text={wordsOf(site).replies.onArticle}
          values={{
            title: <a href={articleCommentsPath(article.slug, 1, 'comments')}>{article.title}</a>,
          }}
        />
      </p>
      {notice && (
        <p className={styles.notice} role="alert">
          {notice}
        </p>
      )}
      {isClosed ? (
        <CommentText text={text} />
      ) : (
        <CommentForm {...{ article, site, parent, name, text, problems, confirm }} heading="h2" />
      )}
    </TitledPage>
  )
}

function ReportAgain({ view, site }: { view: ReportView; site: Site }) {
  const { notice, sentence, kind: _, ...fields } = view
  return (
    <TitledPage title={viewTitle(view, wordsOf(site))}>
      {notice && (
        <p className={styles.notice} role="alert">
          {notice}
        </p>
      )}
      <ReportForm
        {...fields}
        choices={sentence ? [sentence] : []}
        chosen={sentence?.value}
        site={site}
      />
    </TitledPage>
  )
}
