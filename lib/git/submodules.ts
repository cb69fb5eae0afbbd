import type { Problem } from '@/lib/front-matter/problem'
import { piecesOf } from './raw-changes'
import { belowContent, type Repository } from './repository'
import { GitError, runGit } from './run-git'

const SUBMODULE = /^160000 [^\t]*\t(?<path>.+)$/s

/**
 * Folders of the content that are other repositories: a push could say where to fetch them from. A failing git gives none.
 */
export async function findSubmodules(repository: Repository | undefined): Promise<Problem[]> {
  if (repository === undefined) return []
  try {
    return await listSubmodules(repository)
  } catch (error) {
    if (error instanceof GitError) return []
    throw error
  }
}

async function listSubmodules(repository: Repository): Promise<Problem[]> {
  const below = repository.prefix === '' ? [] : ['--', repository.prefix]
  const problems: Problem[] = []
  const listed = runGit(repository, ['ls-files', '--stage', '-z', ...below])
  for await (const entry of piecesOf(listed)) {
    const file = SUBMODULE.exec(entry)?.groups?.path
    if (file === undefined) continue
    problems.push({
      severity: 'warning',
      path: belowContent(repository, file),
      line: 1,
      column: 1,
      field: 'file',
      problem: 'is a submodule, which is never fetched',
      fix: 'put its files here instead',
    })
  }
  return problems
}
