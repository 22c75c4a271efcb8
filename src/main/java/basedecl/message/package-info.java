/**
 * What people read, in Chinese and English, apart from where it arises: every other room may import
 * this one. Start reading at {@link basedecl.message.Message}.
 */
@NullMarked
package basedecl.message;

import org.jspecify.annotations.NullMarked;
