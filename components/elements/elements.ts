/** The one module that reaches a browser. Each element enhances markup that is whole without it. */
import './post-comment'
import './reader-settings'
import './search-box'
import './share-tools'
import './time-ago'
import './to-day'
