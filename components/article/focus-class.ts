import styles from './focus.module.css'

/** Classes for tenths: the site's policy allows no style attribute, and nobody sees a smaller step. */
const tenth = (side: string | undefined) => Math.round(Number.parseInt(side ?? '', 10) / 10)

/** The classes that keep a picture's subject in sight where it is cropped; `focus` is as `image.focus` has it. */
export function focusClass(focus: string | undefined): string {
  const [left, top] = (focus ?? '').split(' ')
  if (left === undefined || top === undefined) return ''
  return `${styles[`x${tenth(left)}`] ?? ''} ${styles[`y${tenth(top)}`] ?? ''}`
}
