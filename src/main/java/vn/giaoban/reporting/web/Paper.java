package vn.giaoban.reporting.web;

import java.util.List;

/**
 * A report in words, everything decided and every number written: what .docx, .pdf and .xlsx print alike. Always in Vietnamese.
 *
 * @param title of the document, for its properties
 * @param head names above the text. Source: HD 05-HD/VPTW (domain 10.5)
 * @param kind of the document: BÁO CÁO
 * @param about its abstract, one line each
 * @param reading period, structure, instant of knowledge and marks that all its numbers carry
 * @param sections of the text
 * @param closing last sentence of the text; stands on one sheet with the signature, which never stands alone
 * @param annexes tables after the signature
 * @param made who made it and when
 * @param mark on every sheet: that the data are made up; empty otherwise
 */
public record Paper(
        String title,
        Letterhead head,
        String kind,
        List<String> about,
        List<String> reading,
        List<Section> sections,
        String closing,
        Signature signature,
        List<PaperTable> annexes,
        String made,
        String mark) {

    /**
     * @param superior lines of the superior's name; none where it is not printed
     * @param issuer lines of the issuer's name
     */
    public record Letterhead(
            List<String> superior, List<String> issuer, String star, String party, String date, String number) {}

    public record Section(String heading, List<String> paragraphs) {}

    /** @param recipients as listed under {@code heading} */
    public record Signature(String heading, List<String> recipients, List<String> onBehalf, String signer) {}
}
