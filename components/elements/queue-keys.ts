/** Keys of the moderation queue: `j` and `k` go from comment to comment, `a` approves, `r` rejects. */

const ACTIONS: Record<string, string> = { a: 'approve', r: 'reject' }

export function pressKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  if (ctrlKey || metaKey || altKey) return
  if (target instanceof Element && target.closest('textarea, select, input:not([type=checkbox])'))
    return
  const items = [...document.querySelectorAll<HTMLElement>('#queue > li')]
  const at = items.findIndex((item) => item.contains(document.activeElement))
  if (key === 'j' || key === 'k') {
    const next = items[key === 'j' ? at + 1 : Math.max(0, at - 1)]
    if (!next) return
    next.tabIndex = -1
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  } else if (ACTIONS[key])
    items[at]?.querySelector<HTMLElement>(`button[value=${ACTIONS[key]}]`)?.click()
}
