/** Names of the form's fields. People don't see `website`: only a program fills it in. */
export const FIELDS = {
  article: 'article',
  parent: 'comment_parent',
  name: 'author',
  text: 'comment',
  honeypot: 'website',
  confirm: 'confirm',
} as const
