import { ListPage, type ListPageProps, listMetadata } from '@/app/_lists/list-page'

export const generateMetadata = (props: ListPageProps) => listMetadata('section', props)

export default function SectionPage(props: ListPageProps) {
  return <ListPage kind="section" {...props} />
}
