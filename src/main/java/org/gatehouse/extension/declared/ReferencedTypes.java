package org.gatehouse.extension.declared;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that a class file refers to, read from its constant pool (JVMS 4.4), with those that it only names in texts, as reflection does. */
final class ReferencedTypes {
    private static final int MAGIC = 0xCAFEBABE;

    /** A class in a descriptor or a signature (JVMS 4.3.2 and 4.7.9.1). */
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

    private static final Pattern CLASS_NAME = Pattern.compile("[a-z]\\w*(?:\\.\\w+)*\\.[A-Z][\\w$]*");

    private ReferencedTypes() {}

    /** Their names, with dots. */
    static Set<String> of(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(classFile);
        if (in.readInt() != MAGIC) {
            throw new IOException("Not a class file.");
        }
        in.skipNBytes(4);
        Map<Integer, String> texts = new HashMap<>();
        Set<Integer> classes = new HashSet<>();
        Set<Integer> strings = new HashSet<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 7 -> classes.add(in.readUnsignedShort());
                case 8 -> strings.add(in.readUnsignedShort());
                case 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // A long or double takes two places (JVMS 4.4.5).
                    i++;
                }
                default -> throw new IOException("A constant of kind " + tag + ", which this release does not know.");
            }
        }
        Set<String> types = new TreeSet<>();
        classes.stream().map(texts::get).filter(name -> name != null && !name.startsWith("[")).map(name -> name.replace('/', '.')).forEach(types::add);
        strings.stream().map(texts::get).filter(text -> text != null && CLASS_NAME.matcher(text).matches()).forEach(types::add);
        texts.values().forEach(text -> inDescriptors(text, types));
        return types;
    }

    private static void inDescriptors(String text, Set<String> types) {
        Matcher type = IN_DESCRIPTOR.matcher(text);
        while (type.find()) {
            types.add(type.group(1).replace('/', '.'));
        }
    }
}
