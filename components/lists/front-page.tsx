import type { ReactNode } from 'react'
import type { ArticleSummary } from '@/lib/article/article'
import { slugify } from '@/lib/article/slug'
import { type Band, type Card, type FrontPlan, headlineColumns } from '@/lib/front/front-plan'
import { sectionPath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'
import styles from './front-page.module.css'
import { type Shown, Story } from './story'

type Planned = FrontPlan<ArticleSummary>
type Props = Shown & { plan: Planned | undefined; children?: ReactNode }

/**
 * The front page as it was planned: few stories as a lead and cards, many in columns with bands below. The document is the
 * same at every width; the style sheet sets it as lib/front plans it. `children` stand below the bands of sections.
 */
export function FrontPage({ plan, children, ...shown }: Props) {
  if (!plan) return <p className={styles.empty}>{wordsOf(shown.site).front.empty}</p>
  if (plan.kind === 'few') {
    return (
      <>
        <div>
          <Story story={plan.lead} look="lead" isAcross className={styles.lead} {...shown} />
          {plan.cards.length > 0 && (
            <div className={`${styles.group} ${styles.cards}`}>
              {plan.cards.map((card, i) => (
                <Story
                  key={card.story.slug}
                  story={card.story}
                  look={i === 0 ? 'second' : 'card'}
                  className={`${styles[`d${card.desk.inRow}`]} ${styles[`t${card.tablet.inRow}`]}`}
                  picture={{ desk: pictureIn(card.desk), tablet: pictureIn(card.tablet) }}
                  {...shown}
                />
              ))}
            </div>
          )}
        </div>
        {children}
      </>
    )
  }
  return (
    <>
      <Top plan={plan} {...shown} />
      {plan.sections.map((band) => (
        <BandView
          key={band.section}
          band={band}
          name={band.section}
          path={sectionPath(slugify(band.section))}
          {...shown}
        />
      ))}
      {children}
      {plan.more.map((band, i) => (
        <BandView
          key={band.lead.slug}
          band={band}
          name={i === 0 ? wordsOf(shown.site).front.more : undefined}
          {...shown}
        />
      ))}
      {plan.last.length > 0 && (
        <div className={`${styles.group} ${styles.columns} ${styles.last}`}>
          {plan.last.map((story) => (
            <Story
              key={story.slug}
              story={story}
              look={plan.last.length === 1 ? 'line' : 'brief'}
              {...shown}
            />
          ))}
        </div>
      )}
    </>
  )
}

function pictureIn({ inRow, pictureAbove }: Card<ArticleSummary>['desk']) {
  if (pictureAbove) return 'above'
  return inRow === 1 ? 'wide' : 'beside'
}

function Top({ plan, ...shown }: Shown & { plan: Extract<Planned, { kind: 'full' }> }) {
  const { lead, left, underLead, latest } = plan
  return (
    <div className={styles.top}>
      <Story story={lead} look="lead" className={`${styles.lead} ${styles.topLead}`} {...shown} />
      <div className={`${styles.group} ${styles.left}`}>
        {left.map((story, i) => (
          <Story key={story.slug} story={story} look={i === 0 ? 'second' : 'brief'} {...shown} />
        ))}
      </div>
      <div className={`${styles.group} ${styles.under}`}>
        {underLead.map((story) => (
          <Story key={story.slug} story={story} look="brief" {...shown} />
        ))}
      </div>
      <section className={`${styles.group} ${styles.latest}`} aria-labelledby="latest">
        <h2 className={styles.label} id="latest">
          {wordsOf(shown.site).front.latest}
        </h2>
        {latest.map((story) => (
          <Story key={story.slug} story={story} look="headline" level={3} {...shown} />
        ))}
      </section>
    </div>
  )
}

type BandProps = Shown & { band: Band<ArticleSummary>; name?: string | undefined; path?: string }

/** A section's stories side by side: one with its picture and text, the others by their headlines. */
function BandView({ band, name, path, ...shown }: BandProps) {
  const columns = headlineColumns(band.headlines)
  const level = name === undefined ? {} : ({ level: 3 } as const)
  const without = path === undefined ? undefined : name
  return (
    <section className={styles.band} aria-label={name}>
      {name !== undefined && (
        <h2 className={styles.name}>{path === undefined ? name : <a href={path}>{name}</a>}</h2>
      )}
      <div className={`${styles.group} ${columns.length === 3 ? styles.short : styles.full}`}>
        <Story story={band.lead} look="feature" without={without} {...level} {...shown} />
        <div className={`${styles.group} ${styles.columns}`}>
          {columns.map((column) => (
            <div key={column[0]?.slug} className={styles.group}>
              {column.map((story) => (
                <Story
                  key={story.slug}
                  story={story}
                  look="headline"
                  without={without}
                  {...level}
                  {...shown}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}
