import { ListPage, type ListPageProps, listMetadata } from '@/app/_lists/list-page'

export const generateMetadata = (props: ListPageProps) => listMetadata('source', props)

export default function SourcePage(props: ListPageProps) {
  return <ListPage kind="source" {...props} />
}
