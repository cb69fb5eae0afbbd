import * as z from 'zod'

/** The keys that a schema knows at a path: those of the object there, seen through lists and optional fields. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema
  for (const step of path) {
    at = inner(at)
    if (at instanceof z.ZodArray) at = at.element
    else if (at instanceof z.ZodObject) at = at.shape[String(step)]
  }
  const object = inner(at)
  return object instanceof z.ZodObject ? Object.keys(object.shape) : []
}

function inner(schema: unknown): unknown {
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodExactOptional
  if (wrapped) return inner(schema.unwrap())
  // The half of a pipe that converts a value has no fields of its own.
  if (!(schema instanceof z.ZodPipe)) return schema
  return inner(schema.in instanceof z.ZodTransform ? schema.out : schema.in)
}
