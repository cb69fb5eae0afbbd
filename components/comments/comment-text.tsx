import { renderComment } from '@/lib/comments/render-comment'
import styles from './comment-text.module.css'

/** What a reader wrote. Its language and direction are its own. */
export function CommentText({ text }: { text: string }) {
  const html = renderComment(text)
  return (
    <div
      className={styles.text}
      dir="auto"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the one gate for comments (lib/comments/render-comment) has made it
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
