import { ListPage, type ListPageProps, listMetadata } from '@/app/_lists/list-page'

export const generateMetadata = (props: ListPageProps) => listMetadata('tag', props)

export default function TagPage(props: ListPageProps) {
  return <ListPage kind="tag" {...props} />
}
