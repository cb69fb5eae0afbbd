import { MessagePage } from '@/components/site/message-page'
import { MomentTime } from '@/components/site/moment-time'
import type { Withdrawal } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'

type Props = { title: string; withdrawn: Withdrawal; site: Site }

/** Stands at the address of an article that was taken back, and says why. */
export function WithdrawnPage({ title, withdrawn, site }: Props) {
  return (
    <MessagePage title="This article has been withdrawn" site={site}>
      <p>
        “{title}” was withdrawn on <MomentTime moment={withdrawn.date} site={site} />.
      </p>
      <p>{withdrawn.reason}</p>
    </MessagePage>
  )
}
