import type { ImageSet } from '@/lib/article/image-set'

type Props = {
  set: ImageSet
  alt: string
  /** How wide it is shown, as `sizes` says it: https://html.spec.whatwg.org/#sizes-attributes */
  sizes?: string | undefined
  /** On the first screen: the others wait until they are near. */
  isFirst?: boolean
  className?: string | undefined
}

/** A picture in the size and the smallest format that a browser can use. Its own size keeps its place free. */
export function Picture({ set, alt, sizes, isFirst = false, className }: Props) {
  const { src, srcSet, width, height, sources } = set
  const image = (
    <img
      className={className}
      src={src}
      srcSet={srcSet}
      sizes={srcSet && sizes}
      alt={alt}
      width={width}
      height={height}
      {...(isFirst ? { fetchPriority: 'high' } : { loading: 'lazy', decoding: 'async' })}
    />
  )
  if (sources.length === 0) return image
  return (
    <picture>
      {sources.map((source) => (
        <source key={source.type} type={source.type} srcSet={source.srcSet} sizes={sizes} />
      ))}
      {image}
    </picture>
  )
}
