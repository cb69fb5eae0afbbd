import { reportPath } from '@/lib/site/routes'

/** To the form for a mistake in what was chosen automatically. */
export function ReportLink(on: Parameters<typeof reportPath>[0]) {
  return (
    <a href={reportPath(on)} rel="nofollow">
      Report a mistake
    </a>
  )
}
