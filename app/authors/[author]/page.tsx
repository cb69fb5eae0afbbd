import { ListPage, type ListPageProps, listMetadata } from '@/app/_lists/list-page'

export const generateMetadata = (props: ListPageProps) => listMetadata('author', props)

export default function AuthorPage(props: ListPageProps) {
  return <ListPage kind="author" {...props} />
}
