import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Plain = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'post-comment': Plain
      'time-ago': Plain
      'reader-settings': Plain & { label?: string }
      'to-day': Plain
      'search-box': Plain
      'share-tools': Plain
    }
  }
}
