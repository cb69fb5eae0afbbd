import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Plain = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'post-comment': Plain
      'time-ago': Plain
      'to-day': Plain
      'reader-settings': Plain
      'search-box': Plain
      'share-tools': Plain
    }
  }
}
