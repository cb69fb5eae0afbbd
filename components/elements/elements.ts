/** The first module, which is in every page. Each element enhances markup that is whole without it. */
import './reader-settings'
import './share-tools'
import './time-ago'
import './to-day'
import './when-used'
