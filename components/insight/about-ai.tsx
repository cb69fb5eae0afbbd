import { askPath } from '@/lib/site/routes'
import { PageTitle } from '../page-title'
import styles from './about-ai.module.css'

/** What the automatic features do and don't, for readers who wonder whether to trust them. */
export function AboutAi() {
  return (
    <div className={styles.page}>
      <PageTitle
        title="How the automatic features work"
        note="Nothing is written by a machine here. What is chosen automatically is chosen from our articles and shown word for word."
      />
      <div className={styles.text}>
        <h2>Key points</h2>
        <p>
          Three to five sentences of an article, copied letter for letter and linked to where they
          stand. A program chooses those that come early, that hold most of the words the article
          keeps coming back to, that share words with the headline and that name someone or
          something, and it leaves out what says the same again. Sentences that can’t be understood
          alone (“But he said …”, half a quotation) are left out, and short articles get none. The
          program doesn’t understand the text: it can miss what matters most.
        </p>
        <h2>Answers</h2>
        <p>
          <a href={askPath()}>Ask</a> looks for sentences that hold the words of a question, rare
          words counting more than common ones, and prefers those with the kind of answer that was
          asked for: a name, a day, a number, a place. It shows up to five, with the article each
          comes from. When the best sentence has only about half of what is asked, or less, it says
          that nothing answers it; a name or a number that is missing counts most. Even so a quoted
          sentence may be about something else: of questions that an article comes near to but
          doesn’t answer, many still get one. Follow the link and read on.
        </p>
        <h2>The story so far</h2>
        <p>
          Earlier articles whose words show them to be about the same event, oldest first, each with
          one of its sentences. Where there is doubt, none is shown.
        </p>
        <h2>When something is wrong</h2>
        <p>
          “Report a mistake” stands below each of these. It leads to a form that only editors read.
        </p>
        <h2>What happens to a question</h2>
        <p>
          It is answered on this site’s own computer and sent to no other company. It is part of the
          page’s address, so that an answer can be shared.
        </p>
      </div>
    </div>
  )
}
