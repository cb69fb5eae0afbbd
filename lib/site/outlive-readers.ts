const isReaderGone = (error: Error) => 'code' in error && error.code === 'EPIPE'

/**
 * `head`, `tee` or a terminal that reads the output may go away. A command then finishes its work and ends as it would have
 * ended; what it still writes is lost. Other failures, such as a full disk, throw unless `alsoSurvive` says otherwise.
 */
export function outliveReaders(alsoSurvive: (error: Error) => boolean = () => false): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isReaderGone(error) && !alsoSurvive(error)) throw error
    })
  }
}
