/**
 * Inverse document frequency: how much a term tells, by the number of documents that hold it. One more holder than there
 * is, so that a term which none holds has a finite weight; one inside the logarithm, so that none is negative (Lucene's BM25).
 */
export const idf = (documents: number, holders: number): number =>
  Math.log(1 + documents / (holders + 1))
