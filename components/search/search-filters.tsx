import type { SearchNarrowing } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './search-filters.module.css'

type Props = {
  narrowing: SearchNarrowing
  sections: readonly { slug: string; name: string }[]
  site: Site
}

/** What most people narrow a search by, as plain fields of its form. */
export function SearchFilters({ narrowing, sections, site }: Props) {
  const words = wordsOf(site).search.filters
  return (
    <div className={styles.filters}>
      <Choice
        name="order"
        label={words.order}
        chosen={narrowing.order}
        options={[
          ['', words.best],
          ['new', words.newest],
        ]}
      />
      {sections.length > 0 && (
        <Choice
          name="in"
          label={words.section}
          chosen={narrowing.in}
          options={[
            ['', words.everySection],
            ...sections.map(({ slug, name }) => [slug, name] as const),
          ]}
        />
      )}
      <Choice
        name="since"
        label={words.time}
        chosen={narrowing.since}
        options={[
          ['', words.anyTime],
          ['day', words.day],
          ['week', words.week],
          ['month', words.month],
          ['year', words.year],
        ]}
      />
    </div>
  )
}

type ChoiceProps = {
  name: keyof SearchNarrowing
  label: string
  chosen: string | undefined
  options: readonly (readonly [value: string, text: string])[]
}

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <label className={styles.filter}>
      {label}
      <select name={name} defaultValue={chosen ?? ''}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
