import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder'
import { importOf, PNG, writeTree } from './import-of'

const imported = async (files: Record<string, string | Uint8Array>, ...more: string[]) => {
  const into = path.join(temporaryFolder(), 'content')
  const given = path.join(temporaryFolder(), 'gazette')
  const done = await importOf('markdown', writeTree(given, files), into, ...more)
  const report = readFileSync(path.join(into, '.import/markdown-report.txt'), 'utf8')
  return { ...done, report }
}

test('a Hugo site keeps its fields, addresses, pictures and links', async () => {
  const { files, report } = await imported({
    'hugo.toml':
      'baseURL = "https://gazette.example/"\ntitle = "Gazette"\nlanguageCode = "en-gb"\n[permalinks]\nposts = "/:year/:month/:slug/"\n',
    'content/posts/wall/index.md': `+++
title = "The \\"wall\\" &amp; the sea"
date = 2019-05-03T09:30:00+02:00
lastmod = 2019-05-04
draft = false
tags = ["Harbour"]
categories = ["City"]
authors = ["Ann Lee"]
aliases = ["/old/wall/", "/news/1.html"]
description = "It waits."
[cover]
image = "wall.png"
alt = "The wall"
caption = "In May"
+++
Read [the other]({{< ref "dredging" >}}) and {{% unknown a="b" %}}.

{{< figure src="wall.png" alt="A wall" caption="At *low* tide" >}}

{{< youtube abcdefghijk >}}

{{< highlight go >}}
x := 1 // {{< youtube no >}}
{{< /highlight >}}

\`{{< youtube quoted >}}\`
`,
    'content/posts/wall/wall.png': PNG,
    'content/posts/dredging.md':
      '{"title": "Dredging", "date": "2019-06-01"}\nBack to [the wall](/2019/05/wall/), ![A crane](/img/crane.png) and [nowhere](/tags/x/).\n',
    'content/posts/_index.md': '---\ntitle: Posts\n---\n',
    'content/about.md': '---\ntitle: About\n---\nWho we are.\n',
    'static/img/crane.png': PNG,
  })
  expect(files).toMatchSnapshot()
  expect(report).toContain('articles/2019/wall.md:16: unknown')
  expect(report).toContain('articles/2019/dredging.md:8: /tags/x/')
})

test('a Jekyll site keeps dates of file names, authors, drafts and links by post_url', async () => {
  const { files, report } = await imported({
    '_config.yml':
      'title: Gazette\nurl: https://gazette.example\nbaseurl: ""\ntimezone: Europe/Berlin\npermalink: /:categories/:year/:month/:day/:title/\n',
    '_data/authors.yml': 'ann:\n  name: Ann Lee\n',
    '_posts/2019-05-03-wall.md': `---
layout: post
author: ann
categories: city harbour
tags: [Public works]
excerpt: The <b>wall</b>.
title: "The wall &#8211; rebuilt"
redirect_from: /old/
rating: 5
image: /assets/wall.png
---
See [it]({{ site.baseurl }}{% post_url 2019-06-01-dredging %}){:target="_blank"}.

![A wall]({{ "/assets/wall.png" | relative_url }})
{: .centre}

## Costs {#costs}

{% highlight ruby %}
puts "{{ no }}"
{% endhighlight %}

{% include youtube.html id="abcdefghijk" %}

{% include chart.html data="x" %}

<div class="note"><p>A <img src="/assets/wall.png" alt="wall"> note.</p></div>
`,
    '_posts/2019-06-01-dredging.markdown':
      '---\ndate: 2019-06-01 5:00:00 -0400\npublished: false\n---\n# Dredging begins\n\nWords.\n',
    '_drafts/later.md': '---\ntitle: Later\n---\nSoon.\n',
    'about.md': '---\nlayout: page\ntitle: About\npermalink: /about/\n---\nUs.\n',
    'index.md': '---\nlayout: home\n---\n',
    'README.md': '# Read me\n',
    'assets/wall.png': PNG,
  })
  expect(files).toMatchSnapshot()
  expect(report).toContain('include chart.html')
  expect(report).toContain('rating')
  expect(report).toContain('articles/later.md')
})

test('an Eleventy site leaves out the tags of its collections', async () => {
  const { files } = await imported({
    '.eleventy.js': 'module.exports = () => { throw new Error("run") }\n',
    'posts/2020-01-02-first.md':
      '---\ntitle: First\ntags: [posts, Harbour]\n---\n[Second]({{ "/posts/second/" | url }}) {{ page.date }}\n',
    'posts/second.md':
      '---\ntitle: Second\ndate: March 5, 2024\ntags: posts\npermalink: "/blog/{{ title }}/"\n---\nWords.\n',
    'node_modules/x/readme.md': '---\ntitle: No\ndate: 2020-01-01\n---\n',
  })
  expect(files).toMatchSnapshot()
})

test('an Astro site keeps its content collections; the report names imports and components', async () => {
  const { files, report } = await imported({
    'astro.config.mjs': "export default { site: 'https://gazette.example' }\n",
    'src/content/blog/wall.mdx': `---
title: The wall
pubDate: 'Jul 08 2022'
heroImage: '../../assets/wall.png'
heroAlt: The wall
---
import Chart from '../../components/Chart.astro'

Words. <Chart data={1} />

See [the other](./other.md).
`,
    'src/content/blog/other.md':
      '---\ntitle: Other\npubDate: 2022-07-09\n---\n<YouTube id="abcdefghijk" />\n',
    'src/assets/wall.png': PNG,
  })
  expect(files).toMatchSnapshot()
  expect(report).toContain('articles/2022/wall.md:9: Chart')
})

test('a file that can’t be read is named, and the others are imported', async () => {
  const { files, report } = await imported({
    'bad.md': '---\ntitle: [\n---\nWords.\n',
    'bomb.md': `---\na: &a [x]\nb: &b [${'*a,'.repeat(99)}]\nc: &c [${'*b,'.repeat(99)}]\nd: [${'*c,'.repeat(99)}]\n---\nWords.\n`,
    'code.md': '---js\n{ title: (() => { throw 1 })() }\n---\nWords.\n',
    'good.md': '---\ntitle: Good\ndate: 2020-02-30\n---\nWords.\n',
  })
  expect(Object.keys(files)).toContain('articles/2020/good.md')
  expect(report).toMatch(/bad\.md: its front matter can’t be read/)
  expect(report).toMatch(/bomb\.md: its front matter can’t be read/)
  expect(report).toMatch(/month 2 of 2020 has no day 30/)
})

test.each([
  ['ticks', '`a'.repeat(20_000)],
  ['quotations', '> a\n\n'.repeat(8_000)],
  ['deep quotations', '>'.repeat(3_000)],
  ['template code', '{% a {{ b `'.repeat(5_000)],
])('a file of %s ends no import', async (_, body) => {
  const { files } = await imported({
    '_config.yml': 'title: Gazette\n',
    '_posts/2020-01-01-bad.md': `---\ntitle: Bad\n---\n${body}\n`,
    '_posts/2020-01-02-good.md': '---\ntitle: Good\n---\nWords.\n',
  })
  expect(files['articles/2020/good.md']).toContain('Words.')
})
