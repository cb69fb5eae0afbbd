import type { Words } from '@/lib/words/words'
import type { View } from './view'

/** A view's title in the browser's tab, which screen readers say first. */
export function viewTitle(view: View, { replies, report, moderation }: Words): string {
  switch (view.kind) {
    case 'form':
      return view.confirm === undefined ? replies.notPosted : replies.confirmTitle
    case 'own':
      return view.isNew ? replies.thanks : replies.yours
    case 'report':
      return view.confirm === undefined ? report.notSent : report.confirmTitle
    case 'sign-in':
      return moderation.signInTitle
    case 'queue':
      return moderation.queueTitle
    case 'message':
      return view.title
  }
}
