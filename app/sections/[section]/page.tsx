import { ListPage, type ListPageProps, listMetadata } from '@/app/list-page'

export const generateMetadata = (props: ListPageProps) => listMetadata('section', props)

export default function SectionPage(props: ListPageProps) {
  return <ListPage kind="section" {...props} />
}
