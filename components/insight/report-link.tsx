import { reportPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'

type Props = Parameters<typeof reportPath>[0] & { site: Site }

/** To the form for a mistake in what was chosen automatically. */
export function ReportLink({ site, ...on }: Props) {
  return (
    <a href={reportPath(on)} rel="nofollow">
      {wordsOf(site).report.title}
    </a>
  )
}
