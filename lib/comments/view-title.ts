import type { View } from './view'

/** A view's title in the browser's tab, which screen readers say first. */
export function viewTitle(view: View): string {
  switch (view.kind) {
    case 'form':
      return view.confirm === undefined ? 'Your comment isn’t posted yet' : 'Post this comment?'
    case 'own':
      return view.isNew ? 'Thank you for your comment' : 'Your comment'
    case 'report':
      return view.confirm === undefined ? 'Your report isn’t sent yet' : 'Send this report?'
    case 'sign-in':
      return 'Sign in to moderate'
    case 'queue':
      return 'Comments to moderate'
    case 'message':
      return view.title
  }
}
