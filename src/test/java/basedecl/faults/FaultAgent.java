package basedecl.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Lets a test kill a program at a named point without a word about tests in the program: as classes
 * of the fault's plan are loaded, their methods get a call of {@link FaultTrigger#passed} at their
 * begin and before each of their returns.
 */
public final class FaultAgent {

  private FaultAgent() {}

  /** Called by the JVM before {@code main}; the plan stands in a system property. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    Set<String> methods = new HashSet<>();
    for (FaultStep step : FaultTrigger.plan()) {
      methods.add(step.type().replace('.', '/') + "#" + step.method());
    }
    instrumentation.addTransformer(new Transformer(methods));
  }

  /** A jar that holds nothing but the agent's name; its classes are on the class path. */
  static Path jar(Path folder) throws IOException {
    Path jar = folder.resolve("fault-agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), FaultAgent.class.getName());
    try (OutputStream bytes = Files.newOutputStream(jar)) {
      new JarOutputStream(bytes, manifest).close();
    }
    return jar;
  }

  private static final class Transformer implements ClassFileTransformer {
    private final Set<String> methods;

    Transformer(Set<String> methods) {
      this.methods = methods;
    }

    @Override
    public byte @Nullable [] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] bytes) {
      if (name == null || methods.stream().noneMatch(method -> method.startsWith(name + "#"))) {
        return null;
      }
      ClassReader reader = new ClassReader(bytes);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(new Announcing(writer, name, methods), 0);
      return writer.toByteArray();
    }
  }

  private static final class Announcing extends ClassVisitor {
    private final String type;
    private final Set<String> methods;

    Announcing(ClassVisitor next, String type, Set<String> methods) {
      super(Opcodes.ASM9, next);
      this.type = type;
      this.methods = methods;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) != 0
          || !methods.contains(type + "#" + name)) {
        return next;
      }
      String point = type.replace('/', '.') + "#" + name;
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          announce(point + ":before");
        }

        @Override
        public void visitInsn(int opcode) {
          if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            announce(point + ":after");
          }
          super.visitInsn(opcode);
        }

        private void announce(String passed) {
          super.visitLdcInsn(passed);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              FaultTrigger.class.getName().replace('.', '/'),
              "passed",
              "(Ljava/lang/String;)V",
              false);
        }
      };
    }
  }
}
