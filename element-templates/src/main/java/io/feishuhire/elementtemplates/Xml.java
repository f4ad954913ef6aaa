package io.feishuhire.elementtemplates;

/** Text in XML. */
final class Xml {

    private Xml() {}

    /** Makes text fit for an attribute or an element. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }
}
