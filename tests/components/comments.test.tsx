import { cleanup, render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AnswerPage } from '@/components/comments/answer-page'
import { CommentForm } from '@/components/comments/comment-form'
import { CommentsSection } from '@/components/comments/comments-section'
import { FrontPage } from '@/components/lists/front-page'
import { StoryList } from '@/components/lists/story-list'
import type { Comment } from '@/lib/comments/comment'
import { buildThreads } from '@/lib/comments/threads'
import type { QueueView } from '@/lib/comments/view'
import { planFront } from '@/lib/front/front-plan'
import { site, story } from './stories'

const article = { slug: 'nato', title: 'NATO' }
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  ...{ id, root: id, article: 'nato', name: `Name of ${id}`, text: `Text of ${id}` },
  ...{ state: 'approved', heldFor: [], byEditor: false, created: new Date('2025-06-28T05:28:00Z') },
  ...more,
})
const pageOf = (comments: Comment[], more = {}) => ({
  ...{ threads: buildThreads(comments), page: 1, pages: 1, total: comments.length },
  ...more,
})
const section = (comments: Comment[], more: Partial<Parameters<typeof CommentsSection>[0]> = {}) =>
  render(
    <CommentsSection article={article} site={site} comments={pageOf(comments)} isOpen {...more} />,
  )

describe('the form', () => {
  it('asks for a name and a text, and sends them by POST with no token', () => {
    const { container } = render(<CommentForm article={article} site={site} />)
    const form = container.querySelector('form')
    expect([form?.getAttribute('method'), form?.getAttribute('action'), form?.id]).toEqual([
      'post',
      '/api/comments',
      'respond',
    ])
    const sent = [...new FormData(form ?? undefined).keys()]
    expect(sent).toEqual(['article', 'comment_parent', 'author', 'comment', 'website'])
    expect(screen.getAllByRole('textbox').map((box) => box.getAttribute('name'))).toEqual([
      'author',
      'comment',
    ])
  })

  it('gives back what was typed with what is wrong, and puts the writer where it is', () => {
    const problems = [
      { field: 'name' as const, problem: 'Please give a name.' },
      { field: 'text' as const, problem: 'Too long.' },
    ]
    render(
      <CommentForm article={article} site={site} name="<b>" text={'"typed"'} problems={problems} />,
    )
    const name = screen.getByRole('textbox', { name: 'Name' })
    const text = screen.getByRole('textbox', { name: 'Comment' })
    expect([name.getAttribute('value'), text.textContent]).toEqual(['<b>', '"typed"'])
    for (const [field, problem] of [
      [name, 'Please give a name.'],
      [text, 'Too long.'],
    ] as const) {
      expect(field.getAttribute('aria-invalid')).toBe('true')
      const described = document.getElementById(field.getAttribute('aria-describedby') ?? '')
      expect(described?.textContent).toBe(problem)
    }
    expect(document.activeElement).toBe(name)
  })

  it('says whom it answers, and offers not to', () => {
    render(
      <CommentForm
        article={article}
        site={site}
        parent="abc"
        answered={{ name: 'Ann', text: `It is so. ${'Really. '.repeat(40)}` }}
      />,
    )
    expect(screen.getByRole('heading', { name: 'Reply to Ann' })).toBeTruthy()
    const quote = screen.getByRole('blockquote').textContent
    expect(quote).toMatch(/^It is so\. Really\..*Really\.…$/)
    const own = screen.getByRole('link', { name: /separate comment/ })
    expect(own.getAttribute('href')).toBe('/articles/nato#respond')
  })
})

describe('the comments of an article', () => {
  it('invite when there are none, and count when there are', () => {
    const { rerender } = section([])
    expect(screen.getByRole('heading', { name: 'Comments' })).toBeTruthy()
    expect(screen.getByText('No comments yet. What do you think?')).toBeTruthy()
    for (const [total, name] of [
      [1, '1 comment'],
      [2, '2 comments'],
    ] as const) {
      const comments = pageOf([comment('a'), comment('b')].slice(0, total))
      rerender(<CommentsSection article={article} site={site} comments={comments} isOpen />)
      expect(screen.getByRole('heading', { name })).toBeTruthy()
    }
  })

  it('stand in threads, three steps to the right at most, and say from there on whom they answer', () => {
    const chain = ['a', 'b', 'c', 'd', 'e'].map((id, i, ids) =>
      comment(id, { root: 'a', ...(i > 0 && { parent: ids[i - 1] ?? '' }) }),
    )
    const { container } = section(chain)
    expect(container.querySelectorAll('ol ol ol')).toHaveLength(1)
    expect(container.querySelectorAll('ol ol ol ol')).toHaveLength(0)
    const last = within(screen.getByRole('article', { name: 'Name of e' }))
    expect(
      last.getByRole('link', { name: 'in reply to Name of d Text of d' }).getAttribute('href'),
    ).toBe('#comment-d')
    expect(container.querySelector('#comment-e')).toBeTruthy()
  })

  it('keep the place of one that was removed', () => {
    section([
      comment('a', { state: 'deleted', name: '', text: '' }),
      comment('b', { root: 'a', parent: 'a' }),
    ])
    expect(screen.getByText('This comment was removed.')).toBeTruthy()
    expect(screen.getAllByRole('article')).toHaveLength(1)
  })

  it.each([
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</li></ol><script>',
    '&quot;&#39;',
  ])('show the name %j as it was typed, and make nothing of it', (name) => {
    const { container } = section([
      comment('a', { name }),
      comment('b', { root: 'a', parent: 'a', name }),
    ])
    expect(screen.getAllByRole('article', { name })).toHaveLength(2)
    expect(screen.getAllByRole('link', { name: `Reply to ${name}` })).toHaveLength(2)
    expect(container.querySelectorAll('ol ol article')).toHaveLength(1)
    expect(container.querySelectorAll('img, script, [onmouseover]')).toHaveLength(0)
  })

  it('mark an editor’s, and only theirs', () => {
    section([comment('a', { byEditor: true }), comment('b')])
    expect(screen.getAllByText('Editor')).toHaveLength(1)
  })

  it('show markup and tricks of direction as text, each name by itself', () => {
    const { container } = section([
      comment('a', { name: '\u202eEditor<i>', text: '<img src=x onerror=alert(1)> *yes*' }),
    ])
    expect(container.querySelector('img, i')).toBeNull()
    expect(container.querySelector('em')?.textContent).toBe('yes')
    expect(container.querySelector('bdi')?.textContent).toBe('\u202eEditor<i>')
  })

  it('lead to their permanent address, to a reply, to their feed and to other pages', () => {
    const comments = pageOf([comment('a')], { page: 2, pages: 3 })
    section([], { comments })
    const href = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href')
    expect(href('28 June 2025, 14:28 JST')).toBe('/c/a')
    expect(href('Reply to Name of a')).toBe('/articles/nato?comments=2&replytocom=a#respond')
    expect(href(/feed reader/)).toBe('/articles/nato/comments.xml')
    expect(href('Earlier comments')).toBe('/articles/nato#comments')
    expect(href('Later comments')).toBe('/articles/nato?comments=3#comments')
  })

  it('take no replies when closed', () => {
    const { container } = section([comment('a')], { isOpen: false })
    expect(container.querySelector('form')).toBeNull()
    expect(screen.queryByRole('link', { name: /Reply/ })).toBeNull()
    expect(screen.getByText('This article takes no more comments.')).toBeTruthy()
  })

  it('say so when they can’t be had, and keep the form', () => {
    const { container } = section([], { comments: undefined })
    expect(screen.getByRole('status').textContent).toMatch(/unavailable just now/)
    expect(container.querySelector('form')).toBeTruthy()
  })
})

describe('the queue', () => {
  const queue = (more: Partial<QueueView> = {}) =>
    render(
      <AnswerPage
        view={{
          ...{ kind: 'queue', show: 'pending', comments: [], reports: [], trail: [] },
          ...{ waiting: 0, waitingReports: 0 },
          ...more,
        }}
        site={site}
      />,
    )

  it('shows why each waits and what it answers, with a form of buttons named for it', () => {
    const held = comment('b', { state: 'pending', heldFor: ['link'], addressHash: 'h' })
    const { container } = queue({
      comments: [{ comment: held, title: 'NATO', parent: comment('a') }],
      waiting: 1,
    })
    expect(screen.getByText('has a link')).toBeTruthy()
    expect(screen.getByText('Text of a')).toBeTruthy()
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
    expect(names).toEqual([
      null,
      ...['Approve', 'Reject', 'Block for a day', 'Delete', 'Approve and reply'].map(
        (action) => `${action}: Name of b`,
      ),
      ...[null, null],
    ])
    const several = new FormData(
      container.querySelector<HTMLFormElement>('form#several') ?? undefined,
    )
    expect(several.getAll('id')).toEqual([])
    expect(screen.getByRole('checkbox', { name: 'Select: Name of b' }).getAttribute('form')).toBe(
      'several',
    )
    const form = container.querySelector<HTMLFormElement>('form[action="/moderate/decide"]')
    expect(new FormData(form ?? undefined).get('id')).toBe('b')
    expect(form?.method).toBe('post')
    expect(screen.getByRole('link', { name: 'Waiting (1)' }).getAttribute('aria-current')).toBe(
      'page',
    )
  })

  it('shows markup and tricks of direction as text, in names, words and what they answer', () => {
    const hostile = { name: '\u202eEditor<i>', text: '<script>1</script> <b onclick=x>*yes*</b>' }
    const comments = [
      { comment: comment('b', hostile), title: '<i>T</i>', parent: comment('a', hostile) },
    ]
    const { container } = queue({ comments })
    expect(container.querySelector('main script, i, b, [onclick]')).toBeNull()
    expect([...container.querySelectorAll('em')].map((em) => em.textContent)).toEqual([
      ...['yes', 'yes'],
    ])
    expect([...container.querySelectorAll('bdi')].map((bdi) => bdi.textContent)).toEqual([
      ...[hostile.name, hostile.name],
    ])
  })

  it('gives back an answer that couldn’t be published', () => {
    const message = { kind: 'message', title: 'No', text: 'Later.', typed: 'It is so.' } as const
    render(<AnswerPage view={message} site={site} />)
    expect(screen.getByLabelText<HTMLTextAreaElement>('What you wrote').value).toBe('It is so.')
  })

  it('gives it back with the form to sign in again, too', () => {
    const ended = { kind: 'sign-in', way: 'token', typed: 'It is so.' } as const
    render(<AnswerPage view={ended} site={site} />)
    expect(screen.getByLabelText<HTMLTextAreaElement>('What you wrote').value).toBe('It is so.')
    expect(screen.getByLabelText(/ADMIN_TOKEN/)).toBeTruthy()
  })

  it('offers no action that would change nothing', () => {
    queue({ show: 'approved', comments: [{ comment: comment('a'), title: 'NATO' }] })
    const names = screen.getAllByRole('button').map((button) => button.textContent)
    expect(names).toEqual(['Sign out', 'Reject', 'Delete', 'Reply', 'Reject selected'])
  })

  it('says when nothing waits, and what was done', () => {
    queue()
    expect(screen.getByText('Nothing is waiting.')).toBeTruthy()
    cleanup()
    const done = { at: '2025-06-28T05:28:00.000Z', actor: 'editor', action: 'approve' }
    queue({ show: 'trail', trail: [{ ...done, comment_id: 'a', article: 'nato' }] })
    const cells = screen.getAllByRole('cell').map((cell) => cell.textContent)
    expect(cells).toEqual(['28 June 2025, 14:28 JST', 'editor', 'approve', 'a', 'nato'])
  })
})

describe('counts on lists', () => {
  const counts = new Map([
    ['a', 1],
    ['c', 12],
  ])

  it('stand beside stories that have comments, and lead to them', () => {
    const stories = ['a', 'b', 'c'].map((slug) => story(slug))
    const plan = planFront(stories, { hasPicture: () => false, sections: [] })
    for (const list of [
      <FrontPage key="f" plan={plan} site={site} images={new Map()} comments={counts} />,
      <StoryList
        key="l"
        title="#x"
        stories={stories}
        site={site}
        images={new Map()}
        comments={counts}
      />,
    ]) {
      render(list)
      const links = screen.getAllByRole('link', { name: /comment/ })
      expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
        ['1 comment', '/articles/a#comments'],
        ['12 comments', '/articles/c#comments'],
      ])
      cleanup()
    }
  })
})
