const isReaderGone = (error: Error) => 'code' in error && error.code === 'EPIPE'

/**
 * `head`, `tee` or a terminal that reads the output may close. The command then finishes its work and ends as usual; its
 * further output is lost. Other failures, such as a full disk, throw unless `alsoSurvive` returns true.
 */
export function outliveReaders(alsoSurvive: (error: Error) => boolean = () => false): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isReaderGone(error) && !alsoSurvive(error)) throw error
    })
  }
}
