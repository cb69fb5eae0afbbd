import { z } from 'zod'

/** Text that is JSON in the form `schema` reads. */
export const jsonText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)
