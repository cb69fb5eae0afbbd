import { Filled } from '@/components/site/filled'
import { MessagePage } from '@/components/site/message-page'
import { ShownTime } from '@/components/site/shown-time'
import type { Withdrawal } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'

type Props = { title: string; withdrawn: Withdrawal; site: Site }

/** The page of an article that was withdrawn: it says why. */
export function WithdrawnPage({ title, withdrawn, site }: Props) {
  const words = wordsOf(site).article
  const date = <ShownTime moment={withdrawn.date} site={site} />
  return (
    <MessagePage title={words.withdrawnTitle} site={site}>
      <p>
        <Filled text={words.withdrawnOn} values={{ title, date }} />
      </p>
      <p>{withdrawn.reason}</p>
    </MessagePage>
  )
}
