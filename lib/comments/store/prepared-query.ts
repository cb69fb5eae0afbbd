import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Database } from './tables'

/** A placeholder among a compiled query's parameters. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

type Values = Record<string, string | number | null>
type Query<Row> = { compile(db: Database): CompiledQuery<Row> }

/**
 * A query that is built and compiled once for each kind of database and then run with different values: for a small
 * statement, building and compiling together cost as much as running it.
 *
 * @param build makes the query, with `value('name')` in place of each value
 * @returns runs the query and resolves to its rows
 */
export function preparedQuery<V extends Values, Row>(
  build: (
    db: Database,
    value: <Name extends string & keyof V>(name: Name) => RawBuilder<V[Name]>,
  ) => Query<Row>,
): (db: Database, values: V) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, values) => {
    // A transaction has its own executor but shares its database's adapter.
    const { adapter } = db.getExecutor()
    let query = compiled.get(adapter)
    if (query === undefined) {
      query = build(db, (name) => sql`${new Slot(name)}`).compile(db)
      compiled.set(adapter, query)
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Slot ? values[parameter.name] : parameter,
    )
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
